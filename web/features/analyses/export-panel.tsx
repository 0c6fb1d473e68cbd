import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Analyses_ApprovalsDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import { formatExact } from "../../lib/format.ts";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { faultOf, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField, TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useToast } from "../../ui/toast.tsx";
import { conditionsOf, csvWords } from "./conditions.ts";
import { exportedNetwork } from "./exported-network.ts";
import { filesOf } from "./network-files.ts";
import { saveBlob } from "./save-blob.ts";
import { askApproval, type NetworkFormat, releaseExport } from "./send-analysis.ts";
import { ANALYSES } from "./words.ts";
import "./analyses.css";

const FORMATS: readonly NetworkFormat[] = ["png", "svg", "gexf", "graphml", "csv"];

interface Props {
  api: ExplorerApi;
  /** Name of the analysis that is open; null for none. */
  title: string | null;
}

/** Makes the file of what is on the screen, after the server has put it on record. */
function useExport({ api, title }: Props, approval: string | undefined) {
  const { t } = useTranslation(ANALYSES);
  return async (format: NetworkFormat, reason: string): Promise<void> => {
    const view = api.view();
    const conditions = conditionsOf(view.filters, t);
    const about = { title: title ?? t("file.untitled"), conditions, dataDate: view.dataDate, watermark: "", at: "" };
    const drawn = exportedNetwork(view, api.shown, about);
    // The picture is taken first: a browser that cannot make it must not put an export on record.
    const picture = format === "png" ? new Uint8Array(await (await api.canvas()).arrayBuffer()) : null;
    const people = drawn.people.map(({ id }) => id);
    const order = { format, reason, people, links: drawn.links.length, conditions, ...(approval === undefined ? {} : { approval }) };
    const released = await releaseExport(order);
    const network = exportedNetwork(view, api.shown, { ...about, ...released });
    const files = await filesOf(format, { network, picture, svg: () => api.svg(), words: csvWords(t) });
    const day = formatTime(released.at).slice(0, 10);
    for (const { part, ending, content, type } of files) {
      const name = [t("file.fileName"), ...(part === null ? [] : [t(part === "people" ? "file.peopleFile" : "file.linksFile")]), day].join(
        "-",
      );
      saveBlob(new Blob([content], { type }), `${name}.${ending}`);
    }
  };
}

/** Over the cap: a second person is asked. */
function Ask({ api, cap, pending }: Props & { cap: number; pending: boolean }) {
  const { t } = useTranslation(ANALYSES);
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (reason.trim().length < 4) return { field: "reason", message: t("file.reasonNeeded") };
    await askApproval(
      reason.trim(),
      api.shown.map(({ id }) => id),
    );
    await client.invalidateQueries({ queryKey: [Analyses_ApprovalsDocument.operationName] });
    return null;
  });
  if (pending) return <p role="status">{t("file.pending")}</p>;
  return (
    <Form submit={t("file.ask")} busy={busy} error={wholeFault(fault, ["reason"])} onSubmit={() => void run()}>
      <p>{t("file.overCap", { n: formatExact(api.shown.length), cap: formatExact(cap) })}</p>
      <TextArea
        label={t("file.reason")}
        hint={t("file.reasonHint")}
        error={faultOf(fault, "reason")}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Form>
  );
}

/** Under the cap or approved: format, reason, and the file. */
function Export({ api, title, approval }: Props & { approval: string | undefined }) {
  const { t } = useTranslation(ANALYSES);
  const toast = useToast();
  const client = useQueryClient();
  const [format, setFormat] = useState<NetworkFormat>("png");
  const [reason, setReason] = useState("");
  const save = useExport({ api, title }, approval);
  const { run, busy, fault } = useStep(async () => {
    if (reason.trim().length < 4) return { field: "reason", message: t("file.reasonNeeded") };
    await save(format, reason.trim());
    toast(t("file.done"));
    if (approval !== undefined) await client.invalidateQueries({ queryKey: [Analyses_ApprovalsDocument.operationName] });
    return null;
  });
  return (
    <Form submit={t("file.save")} busyWord={t("file.saving")} busy={busy} error={wholeFault(fault, ["reason"])} onSubmit={() => void run()}>
      {approval !== undefined && <p role="status">{t("file.approved")}</p>}
      <ChoiceField
        label={t("file.format")}
        options={FORMATS}
        wordOf={(one) => t(`file.formats.${one}`)}
        value={format}
        onChoose={setFormat}
      />
      <TextArea
        label={t("file.reason")}
        hint={t("file.reasonHint")}
        error={faultOf(fault, "reason")}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Form>
  );
}

/** Takes what is on the screen out as a file: with a reason, on record, and over the cap only with a second person. */
export function NetworkExportPanel({ api, title }: Props) {
  const { t } = useTranslation(ANALYSES);
  const { data, error, refetch } = useGraphql(Analyses_ApprovalsDocument, {}, { staleTime: 0 });
  const people = api.shown.length;
  const cap = data?.exportRowCap ?? 0;
  const standing = (status: "APPROVED" | "PENDING") =>
    data?.exportRequests.find(
      ({ own, status: its, selection, rowCount }) => own && its === status && selection.startsWith("network=") && rowCount === people,
    );
  const approved = standing("APPROVED");
  return (
    <div className="network-export">
      <p className="secondary">{t("file.note", { people: formatExact(people), links: formatExact(api.view().edges.length) })}</p>
      <Arriving ready={data !== undefined} error={error} retry={() => void refetch()} height={120}>
        {people <= cap || approved ? (
          <Export api={api} title={title} approval={people <= cap ? undefined : approved?.id} />
        ) : (
          <Ask api={api} title={title} cap={cap} pending={standing("PENDING") !== undefined} />
        )}
      </Arriving>
    </div>
  );
}
