import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { answerOf, send } from "../../lib/http.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { useToast } from "../../ui/toast.tsx";

/** What the server says of the demo data. */
interface DemoState {
  readonly present: boolean;
  /** People of the work who are 演示. */
  readonly people: number;
}

const KEY = ["Demo_State"];
/** The story is written through the same rules as real work, one transaction after the other: seconds, or minutes on a busy machine. */
const LOAD_MS = 300_000;

/** The officer of the trial desk loads a set of made-up ambassadors, people and work, to see the screens in use, and removes it again. */
export function DemoData({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async () => answerOf<DemoState>(await send("/demo", { method: "GET" })),
    staleTime: 0,
  });
  const { run, busy, fault } = useStep(async (what: "load" | "remove") => {
    const path = what === "load" ? "/demo" : "/demo/removal";
    const state = await answerOf<DemoState>(await send(path, { method: "POST", body: {}, timeout: LOAD_MS }));
    await client.invalidateQueries();
    toast(t(what === "load" ? "demo.loaded" : "demo.removed", { n: state.people }));
    onDone();
    return null;
  });
  const someLeft = data !== undefined && (data.present || data.people > 0);
  return (
    <section className="demo-data" aria-label={t("demo.data")}>
      <p className="secondary">{t("demo.data")}</p>
      <p className="demo-data-note" role="status">
        {busy
          ? t("demo.busy")
          : data
            ? t(data.present ? "demo.there" : someLeft ? "demo.some" : "demo.none", { n: data.people })
            : t("list.loading")}
      </p>
      {fault && (
        <p className="form-error" role="alert">
          {wholeFault(fault)}
        </p>
      )}
      <div className="demo-data-deeds">
        {data && !data.present && (
          <button type="button" className="button button-primary" aria-disabled={busy} onClick={() => !busy && void run("load")}>
            {t("demo.load")}
          </button>
        )}
        {data?.present && (
          <Link className="button" to="/pipeline" onClick={onDone}>
            {t("demo.look")}
          </Link>
        )}
        {someLeft && !asking && (
          <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && setAsking(true)}>
            {t("demo.remove")}
          </button>
        )}
        {someLeft && asking && (
          <button type="button" className="button button-danger" aria-disabled={busy} onClick={() => !busy && void run("remove")}>
            {t("demo.removeSure")}
          </button>
        )}
      </div>
    </section>
  );
}
