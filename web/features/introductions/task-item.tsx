import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { IntroductionMove, Introductions_TaskFragment } from "../../gql/generated.ts";
import { formatTime } from "../../lib/time.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { personName, shownFactor, yearsOf } from "./path-model.ts";
import { INTRODUCTIONS } from "./words.ts";

/** Colours of the states. */
const BADGES = {
  ASKED: "badge badge-primary",
  ACCEPTED: "badge badge-success",
  DECLINED: "badge",
  DONE: "badge badge-success",
  TAKEN_BACK: "badge",
} as const;

/** The people of a task with the links between them; a gap where somebody was erased. */
export function TaskChain({ task }: { task: Introductions_TaskFragment }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const language = useLanguage();
  const positions = Array.from({ length: task.length }, (_, index) => index);
  return (
    <ol className="intro-row">
      {positions.map((position) => {
        const entry = task.people.find((each) => each.position === position);
        if (entry === undefined)
          return (
            <li key={position} className="unknown">
              {t("task.erased")}
            </li>
          );
        const { person, link } = entry;
        const years = link ? yearsOf({ firstYear: entry.firstYear ?? null, lastYear: entry.lastYear ?? null }) : null;
        const name = personName(person, language);
        return (
          <Fragment key={position}>
            {link && (
              <li className="intro-row-link">
                <span aria-hidden="true">—</span> {t(`link.${link}`)} {years} <span aria-hidden="true">→</span>
              </li>
            )}
            <li>{person.scientist ? <Link to={`/scientists/${person.scientist.id}`}>{name}</Link> : name}</li>
          </Fragment>
        );
      })}
    </ol>
  );
}

function Said({ label, children }: { label: string; children: ReactNode }) {
  return (
    <p className="intro-said">
      <span className="secondary">{label}</span> {children}
    </p>
  );
}

/** What the viewer may do first, then what is rarely done. */
const ORDER: readonly IntroductionMove[] = ["ACCEPT", "DONE", "DECLINE", "TAKE_BACK"];

/** One task: who is asked to introduce whom, by which way, where it stands, and what the viewer may do. */
export function TaskItem({
  task,
  current,
  onMove,
}: {
  task: Introductions_TaskFragment;
  current: boolean;
  onMove: (move: IntroductionMove) => void;
}) {
  const { t } = useTranslation(INTRODUCTIONS);
  const language = useLanguage();
  const nameAt = (position: number): string => {
    const person = task.people.find((each) => each.position === position)?.person;
    return person ? personName(person, language) : t("task.erased");
  };
  const names = { first: nameAt(0), last: nameAt(task.length - 1) };
  const moves = ORDER.filter((move) => task.allowedMoves.includes(move));
  return (
    <li className="card intro-task" id={`task-${task.id}`} data-current={current}>
      <div className="card-head">
        <h2>{t("task.title", names)}</h2>
        <span className="intro-marks">
          {task.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
          <span className={BADGES[task.status]}>{t(`status.${task.status}`)}</span>
        </span>
      </div>
      <TaskChain task={task} />
      <p className="secondary">
        {t("task.asked", { by: task.askedBy, at: formatTime(task.askedAt).slice(0, 10) })} ·{" "}
        {task.handler === null ? t("task.otherMeans") : t("task.handler", { handler: task.handler })}
        {task.score !== undefined && ` · ${t("task.score", { score: shownFactor(task.score) })}`}
      </p>
      {task.note && <Said label={t("task.note")}>{task.note}</Said>}
      {task.answeredAt && (
        <Said label={t("task.answered", { by: task.answeredBy ?? t("task.system"), at: formatTime(task.answeredAt).slice(0, 10) })}>
          {task.answer}
        </Said>
      )}
      {moves.length > 0 && (
        <div className="intro-foot">
          {moves.map((move, index) => (
            <button
              key={move}
              type="button"
              className={`button${index === 0 && move !== "TAKE_BACK" ? " button-primary" : ""}`}
              onClick={() => onMove(move)}
            >
              {t(task.handler === null && move !== "TAKE_BACK" ? `move.other.${move}` : `move.${move}`)}
              <span className="visually-hidden"> {t("task.title", names)}</span>
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
