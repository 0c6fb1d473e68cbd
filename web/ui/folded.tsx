import { Children, type ReactNode, useId, useState } from "react";

interface Props {
  /** How many are shown at once; a list that is hardly longer is shown whole. */
  shown: number;
  moreLabel: string;
  lessLabel: string;
  /** Element and class of the list; without it the children stand in what is around. */
  list?: { as: "ul" | "ol"; className?: string };
  children: ReactNode;
}

/** Folding away fewer than this saves nothing. */
const LEAST_HIDDEN = 3;

/** A long list with its end folded away until it is asked for. On paper it is whole. */
export function Folded({ shown, moreLabel, lessLabel, list, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const items = Children.toArray(children);
  const List = list?.as ?? "div";
  if (items.length < shown + LEAST_HIDDEN) return list ? <List className={list.className}>{items}</List> : items;
  const first = items.slice(0, shown);
  return (
    <>
      {list ? <List className={list.className}>{first}</List> : first}
      <List id={id} className={`${list?.className ?? ""} folded-rest`} data-open={open}>
        {items.slice(shown)}
      </List>
      <button
        type="button"
        className="text-button folded-button screen-only"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? lessLabel : moreLabel}
      </button>
    </>
  );
}
