import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { RecordsTable } from "../../ui/records-table.tsx";
import type { Picking } from "./board-card.tsx";
import { Age, DueDay } from "./due-words.tsx";
import type { Card } from "./engagement-types.ts";
import { MoveMenu } from "./move-menu.tsx";
import { useMoves } from "./use-moves.ts";
import { usePersonName } from "./use-words.ts";
import { PIPELINE } from "./words.ts";

function Row({ card, picking }: { card: Card; picking: Picking }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const { search } = useLocation();
  const { pending } = useMoves();
  const personName = usePersonName();
  const { nextStep, programme } = card;
  const waiting = pending.get(card.id);
  return (
    <tr data-picked={picking.picked.has(card.id)} aria-busy={waiting !== undefined} data-waiting={waiting !== undefined}>
      <td className="pl-pick-cell">
        <input
          type="checkbox"
          className="pl-pick"
          aria-label={t("bulk.pick", { name: personName(card) })}
          checked={picking.picked.has(card.id)}
          onChange={() => picking.toggle(card)}
        />
      </td>
      <th scope="row">
        <Link className="pl-row-name" to={`/pipeline/${card.id}${search}`}>
          {personName(card)}
        </Link>{" "}
        {card.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
        {card.candidate.employer && <span className="cell-note">{card.candidate.employer}</span>}
      </th>
      <td data-label={t("column.programme")} data-empty={!programme}>
        {nameOf(programme, language)}
      </td>
      <td data-label={t("column.stage")}>
        <span className="nowrap">
          {nameOf(card.stage, language)} <Age card={card} />
        </span>
        {card.status !== "OPEN" && <span className={`badge pl-status-${card.status}`}>{t(`status.${card.status}`)}</span>}
      </td>
      <td data-label={t("column.step")}>
        {nextStep ? (
          <span>
            {nextStep.text}
            <span className="cell-note">
              <DueDay dueOn={nextStep.dueOn} />
            </span>
          </span>
        ) : (
          <span className="unknown">{card.status === "LANDED" || card.status === "STOPPED" ? "—" : t("nextStep.none")}</span>
        )}
      </td>
      <td data-label={t("column.owner")}>{card.owner.name}</td>
      <td data-label={t("column.channel")}>{t(`channel.${card.channel}`)}</td>
      <td data-label={t("column.opened")} className="nowrap">
        {card.openedOn}
      </td>
      <td className="records-cell-actions">
        <MoveMenu card={card} className="text-button" label={t("move.open")} />
      </td>
    </tr>
  );
}

/** Engagements in a table; on a phone one below the other. */
export function EngagementsTable({ cards, picking, onAll }: { cards: readonly Card[]; picking: Picking; onAll: (all: boolean) => void }) {
  const { t } = useTranslation(PIPELINE);
  const all = cards.length > 0 && cards.every((card) => picking.picked.has(card.id));
  const columns = (["person", "programme", "stage", "step", "owner", "channel", "opened", "deeds"] as const).map((column) =>
    t(`column.${column}`),
  );
  return (
    <div className="pl-table">
      <RecordsTable
        title={t("title")}
        columns={[
          <input
            key="all"
            type="checkbox"
            className="pl-pick"
            aria-label={t("bulk.pickAll")}
            checked={all}
            onChange={(event) => onAll(event.target.checked)}
          />,
          ...columns,
        ]}
      >
        {cards.map((card) => (
          <Row key={card.id} card={card} picking={picking} />
        ))}
      </RecordsTable>
    </div>
  );
}
