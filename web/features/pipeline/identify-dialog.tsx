import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pipeline_IdentifyDocument, Pipeline_MatchesDocument } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { PersonPicker, type PickedPerson } from "../../lib/person-picker.tsx";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { renewWork } from "../../lib/use-live.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import type { FullEngagement } from "./engagement-types.ts";
import { PIPELINE } from "./words.ts";

/** People of the map who may be meant, as the referrals of the candidate suggest. */
function Suggested({ engagementId, onPick }: { engagementId: string; onPick: (person: PickedPerson) => void }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const { data } = useGraphql(Pipeline_MatchesDocument, { id: engagementId });
  const matches = new Map(
    (data?.engagement?.candidate.referrals ?? []).flatMap((referral) =>
      referral.matches.map((match) => [match.scientist.id, match] as const),
    ),
  );
  if (matches.size === 0) return null;
  return (
    <div className="picker">
      <span className="field-label">{t("identify.suggested")}</span>
      <ul className="picker-list">
        {[...matches.values()].map(({ scientist, agrees }) => (
          <li key={scientist.id}>
            <button type="button" className="picker-option" onClick={() => onPick(scientist)}>
              <strong>{nameOf(scientist, language)}</strong>{" "}
              <span className="secondary">{agrees.map((what) => t(`identify.agrees.${what}`)).join(" · ")}</span>
              {scientist.latestEmployment && (
                <span className="cell-note">
                  {nameOf(scientist.latestEmployment.institution, language) || scientist.latestEmployment.stated}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Links a candidate with a person of the map, or takes the link away again. */
export function IdentifyDialog({ engagement, onClose }: { engagement: FullEngagement; onClose: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const toast = useToast();
  const { candidate } = engagement;
  const [person, setPerson] = useState<PickedPerson | null>(candidate.scientist);
  const { run, busy, fault } = useStep(async () => {
    const scientistId = person?.id ?? null;
    if (scientistId === (candidate.scientist?.id ?? null)) return { field: "scientistId", message: t("identify.same") };
    const { identifyCandidate: answer } = await request(Pipeline_IdentifyDocument, { candidateId: candidate.id, scientistId });
    if (answer.__typename !== "CandidateSaved") return refusalIn(answer);
    await renewWork(client);
    toast(t(scientistId ? "identify.done" : "identify.undone"));
    onClose();
    return null;
  });
  return (
    <Modal title={t("identify.title", { name: candidate.name })} closeLabel={t("action.close")} onClose={onClose}>
      <Form
        submit={t(person || !candidate.scientist ? "identify.submit" : "identify.unlink")}
        busy={busy}
        error={wholeFault(fault, ["scientistId"])}
        onSubmit={() => void run()}
      >
        <p className="form-note">{t("identify.note", { name: candidate.name, employer: candidate.employer ?? t("unknown") })}</p>
        {!person && <Suggested engagementId={engagement.id} onPick={setPerson} />}
        <PersonPicker label={t("identify.person")} picked={person} error={faultOf(fault, "scientistId")} onPick={setPerson} />
      </Form>
    </Modal>
  );
}
