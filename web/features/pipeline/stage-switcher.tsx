import { useTranslation } from "react-i18next";
import { formatCount, nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useTaking } from "./board-column.tsx";
import type { Card } from "./engagement-types.ts";
import type { Stage } from "./use-settings.ts";
import { PIPELINE } from "./words.ts";

interface Props {
  stages: readonly Stage[];
  counts: ReadonlyMap<string, number>;
  open: string | undefined;
  carried: Card | null;
  onOpen: (stageId: string) => void;
}

function Switch({
  stage,
  count,
  open,
  carried,
  onOpen,
}: { stage: Stage; count: number | undefined; open: boolean } & Pick<Props, "carried" | "onOpen">) {
  const language = useLanguage();
  const { setNodeRef, state } = useTaking(stage, carried);
  return (
    <button
      ref={setNodeRef}
      type="button"
      className="pl-switch"
      aria-pressed={open}
      data-taking={state}
      onClick={(event) => {
        event.currentTarget.scrollIntoView({ block: "nearest", inline: "center" });
        onOpen(stage.id);
      }}
    >
      {nameOf(stage, language)}
      <span className="pl-column-count">{count === undefined ? "" : formatCount(count, language)}</span>
    </button>
  );
}

/** The stages of a phone, of which it shows one at a time; a card can be pulled onto another one. */
export function StageSwitcher({ stages, counts, open, carried, onOpen }: Props) {
  const { t } = useTranslation(PIPELINE);
  return (
    <fieldset className="pl-switcher" aria-label={t("switcher")}>
      {stages.map((stage) => (
        <Switch key={stage.id} stage={stage} count={counts.get(stage.id)} open={stage.id === open} carried={carried} onOpen={onOpen} />
      ))}
    </fieldset>
  );
}
