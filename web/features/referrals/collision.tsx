import { useTranslation } from "react-i18next";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { TextArea } from "../../ui/field.tsx";
import { type Draft, LIMITS } from "./draft.ts";
import type { InProgress } from "./lookup.tsx";
import { REFERRALS } from "./words.ts";

/** What the ambassador wants of a referral whose person is in progress. */
export type CollisionChoice = "offer" | "another" | null;

interface Props {
  readonly inProgress: InProgress;
  readonly draft: Draft;
  readonly choice: CollisionChoice;
  readonly error: string | null;
  readonly onChoose: (choice: CollisionChoice) => void;
  readonly onType: (change: Partial<Draft>) => void;
}

/** Warns that a desk is already in contact, and offers the two ways on: to introduce, or to say that it is somebody else. */
export function Collision({ inProgress, draft, choice, error, onChoose, onType }: Props) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const words = { stage: nameOf(inProgress.stage, language), desk: nameOf(inProgress.desk, language) };
  return (
    <section className="collision" role="status">
      <p>
        <strong>{t("lookup.inProgress", words)}</strong>
      </p>
      <p className="secondary">{t("lookup.choose")}</p>
      <div className="collision-ways">
        {(["offer", "another"] as const).map((way) => (
          <button
            key={way}
            type="button"
            className="button"
            aria-pressed={choice === way}
            onClick={() => onChoose(choice === way ? null : way)}
          >
            {t(way === "offer" ? "lookup.offer" : "lookup.another")}
          </button>
        ))}
      </div>
      {choice === "offer" && (
        <TextArea
          label={t("lookup.offerNote")}
          hint={t("lookup.offerHint")}
          error={error}
          rows={2}
          maxLength={LIMITS.reason}
          value={draft.introduction}
          onChange={(event) => onType({ introduction: event.target.value })}
        />
      )}
      {choice === "another" && (
        <TextArea
          label={t("lookup.because")}
          hint={t("lookup.becauseHint")}
          error={error}
          rows={2}
          maxLength={LIMITS.reason}
          value={draft.anotherPersonBecause}
          onChange={(event) => onType({ anotherPersonBecause: event.target.value })}
        />
      )}
    </section>
  );
}
