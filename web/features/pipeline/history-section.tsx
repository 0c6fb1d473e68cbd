import { useTranslation } from "react-i18next";
import type { Pipeline_MoveFragment } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { formatTime } from "../../lib/time.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Folded } from "../../ui/folded.tsx";
import type { FullEngagement } from "./engagement-types.ts";
import { PIPELINE } from "./words.ts";

/** What a move did, in words. */
function useMoveWords(): (move: Pipeline_MoveFragment) => string {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  return ({ fromStage, toStage, fromStatus, toStatus }) => {
    const to = nameOf(toStage, language);
    if (fromStage === null || fromStatus === null) return t("history.opened", { to });
    const from = nameOf(fromStage, language);
    if (fromStage.id !== toStage.id) return t("history.moved", { from, to });
    return t("history.became", { from: t(`status.${fromStatus}`), to: t(`status.${toStatus}`), stage: to });
  };
}

/** Every move: when, who, why; what was taken back stays and says so. */
export function HistorySection({ engagement }: { engagement: FullEngagement }) {
  const { t } = useTranslation(PIPELINE);
  const words = useMoveWords();
  return (
    <section className="pl-part">
      <h3>{t("history.title")}</h3>
      <Folded
        shown={6}
        moreLabel={t("history.more", { count: engagement.moves.length })}
        lessLabel={t("contacts.less")}
        list={{ as: "ol", className: "pl-history" }}
      >
        {engagement.moves.map((move) => (
          <li key={move.id} data-back={move.takenBack}>
            <p>
              <span className="pl-move">{words(move)}</span>
              {move.takesBack && <span className="badge">{t("history.takesBack")}</span>}
              {move.takenBack && <span className="badge">{t("history.takenBack")}</span>}
            </p>
            <p className="secondary">
              {formatTime(move.at)} · {move.by.name}
            </p>
            {move.reason && <p className="pl-said">{t("because", { reason: move.reason })}</p>}
          </li>
        ))}
      </Folded>
    </section>
  );
}
