import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { Shell_SuggestDocument } from "../../gql/generated.ts";
import { parseSelection, toSearch, writeSelection } from "../../lib/url-state.ts";
import { useDebounced } from "../../lib/use-debounced.ts";
import { useGraphql } from "../../lib/use-graphql.ts";

/** Pages on which a search narrows what is shown; from any other page it opens the list of people. */
const SEARCH_PAGES = ["/map", "/scientists"];

/** Focuses the search box when `/` is pressed outside any field. */
function useSlash(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target;
      if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [input]);
}

/** State that may be edited, and follows its source whenever that changes: Back, a removed chip, another page. */
function useFollowing(source: string): [string, (text: string) => void] {
  const [text, setText] = useState(source);
  const [seen, setSeen] = useState(source);
  if (seen !== source) {
    setSeen(source);
    setText(source);
  }
  return [text, setText];
}

/** The place after a step through the options and back to none (-1). */
function stepped(active: number, step: 1 | -1, options: number): number {
  return ((active + 1 + step + options + 1) % (options + 1)) - 1;
}

/** State and actions of the search box in the header. */
export function useGlobalSearch() {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const current = parseSelection(new URLSearchParams(search));
  const onSearchPage = SEARCH_PAGES.includes(pathname);
  const committed = onSearchPage ? current.query : "";
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useFollowing(committed);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  useSlash(input);
  const typed = useDebounced(text.trim(), 160);
  const suggestions = useGraphql(Shell_SuggestDocument, { query: typed }, { enabled: open && typed !== "", keepPrevious: true });
  const people = typed === "" ? [] : (suggestions.data?.scientists.edges ?? []);
  const submit = (query: string) => {
    setOpen(false);
    const page = onSearchPage ? pathname : "/scientists";
    const keep = onSearchPage ? new URLSearchParams(search) : new URLSearchParams();
    void navigate(`${page}${toSearch(writeSelection({ query, filter: onSearchPage ? current.filter : {} }, keep))}`);
  };
  const openPerson = (id: string) => {
    setOpen(false);
    void navigate(`/scientists/${id}`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return; // Enter and arrows belong to the input method while it composes.
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      setActive(stepped(active, event.key === "ArrowDown" ? 1 : -1, people.length + 1));
    } else if (event.key === "Enter") {
      const person = open ? people[active] : undefined;
      if (person) openPerson(person.node.id);
      else submit(text);
    } else if (event.key === "Escape") {
      // A search field empties itself on Escape; here Escape closes and keeps what was typed.
      event.preventDefault();
      if (open) setOpen(false);
      else input.current?.blur();
    }
  };
  const type = (value: string) => {
    setText(value);
    setOpen(value.trim() !== "");
    setActive(-1);
  };
  return { input, text, type, typed, open, setOpen, active, people, suggestions, submit, openPerson, onKeyDown };
}
