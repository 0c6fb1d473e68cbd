import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Analyses_AnalysisFragment } from "../../gql/generated.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { useToast } from "../../ui/toast.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { useAnalysisDeeds } from "./use-analysis-deeds.ts";
import type { OpenedAnalysis } from "./use-opened-analysis.ts";
import { ANALYSES } from "./words.ts";

interface Props {
  analysis: Analyses_AnalysisFragment;
  opened: OpenedAnalysis;
  onOpen: (id: string | null) => void;
}

/** Address under which a colleague opens the same. */
export function analysisLink(id: string): string {
  return `${window.location.origin}/network/saved/${id}`;
}

/** What an owner does with the analysis that is open. */
export function AnalysisDeeds({ analysis, opened, onOpen }: Props) {
  const { t } = useTranslation(ANALYSES);
  const toast = useToast();
  const [renaming, setRenaming] = useState(false);
  const { update, remove } = useAnalysisDeeds();
  const { seen, wrote } = opened;
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
    const refused = await remove(known, () => onOpen(known.id));
    if (!refused) onOpen(null);
    return refused;
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
