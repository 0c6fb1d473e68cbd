import { useTranslation } from "react-i18next";
import { PopoverButton } from "../../ui/popover-button.tsx";
import type { Card } from "./engagement-types.ts";
import { sharedMoves, targetKey } from "./moves-model.ts";
import { useMoves } from "./use-moves.ts";
import type { Stage } from "./use-settings.ts";
import { useTargetWord } from "./use-words.ts";
import { PIPELINE } from "./words.ts";

/** What can be done with those that are picked. Each target says how many of them can go there. */
export function BulkBar({ cards, stages, onDone }: { cards: readonly Card[]; stages: readonly Stage[]; onDone: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const { move } = useMoves();
  const wordOf = useTargetWord();
  const moves = sharedMoves(
    cards,
    stages.map(({ id }) => id),
  );
  return (
    <section className="pl-bulk" aria-label={t("bulk.title")}>
      <span aria-live="polite">{t("bulk.count", { count: cards.length })}</span>
      <PopoverButton
        label={t("move.open")}
        title={t("bulk.move")}
        align="left"
        className="button button-primary"
        disabled={moves.length === 0}
      >
        {(close) => (
          <div className="pl-bulk-moves">
            {moves.map(({ target, cards: able }) => (
              <button
                key={targetKey(target)}
                type="button"
                className="pl-menu-item"
                onClick={() => {
                  close();
                  move(able, target);
                  onDone();
                }}
              >
                {wordOf(target)}
                <span className="secondary">
                  {able.length === cards.length ? "" : t("bulk.able", { able: able.length, count: cards.length })}
                </span>
              </button>
            ))}
          </div>
        )}
      </PopoverButton>
      <button type="button" className="text-button" onClick={onDone}>
        {t("bulk.stop")}
      </button>
    </section>
  );
}
