import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { Analyses_AnalysisFragment } from "../../gql/generated.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { useToast } from "../../ui/toast.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import type { OpenAnalysis } from "./use-analysis.ts";
import { useAnalysisDeeds } from "./use-analysis-deeds.ts";
import { ANALYSES } from "./words.ts";

interface Props {
  analysis: Analyses_AnalysisFragment;
  open: OpenAnalysis;
}

function analysisPath(id: string): string {
  return `/network/saved/${id}`;
}

/** Address under which a colleague opens the same. */
export function analysisLink(id: string): string {
  return `${window.location.origin}${analysisPath(id)}`;
}

/** What an owner does with the analysis that is open. */
export function AnalysisDeeds({ analysis, open }: Props) {
  const { t } = useTranslation(ANALYSES);
  const toast = useToast();
  const [renaming, setRenaming] = useState(false);
  const { update, remove } = useAnalysisDeeds();
  const { seen, wrote, letGo } = open;
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const known = { id: analysis.id, title: analysis.title, version: seen?.version ?? analysis.version };
  const writtenAs = (version: number): void => {
    if (seen) wrote({ ...seen, version });
  };
  const share = useStep(async () => {
    const shared = analysis.shared === "OFFICE" ? "PRIVATE" : "OFFICE";
    const answer = await update(known, { shared });
    if ("message" in answer) return answer;
    writtenAs(answer.version);
    toast(t(`shared.${shared}`));
    return null;
  });
  const drop = useStep(async () => {
    const refused = await remove(known, () => void navigate(analysisPath(known.id)));
    if (refused) return refused;
    letGo();
    // At its own address there would be nothing left to show.
    if (pathname === analysisPath(known.id)) void navigate("/network/saved");
    return null;
  });
  const fault = wholeFault(share.fault ?? drop.fault);
  return (
    <div className="analysis-deeds">
      {fault && (
        <p className="form-error" role="alert">
          {fault}
        </p>
      )}
      <div className="form-foot">
        <button type="button" className="button" aria-disabled={share.busy} onClick={() => !share.busy && void share.run()}>
          {t(analysis.shared === "OFFICE" ? "deed.unshare" : "deed.share")}
        </button>
        <CopyButton text={analysisLink(analysis.id)} label={t("deed.link")} doneLabel={t("deed.linkDone")} />
        <button type="button" className="button" onClick={() => setRenaming(true)}>
          {t("deed.rename")}
        </button>
        <button type="button" className="button" aria-disabled={drop.busy} onClick={() => !drop.busy && void drop.run()}>
          {t("deed.delete")}
        </button>
      </div>
      {renaming && <RenameDialog analysis={known} onClose={() => setRenaming(false)} onDone={writtenAs} />}
    </div>
  );
}
