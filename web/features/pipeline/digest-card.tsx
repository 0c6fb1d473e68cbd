import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pipeline_DigestAddressDocument, Pipeline_SetDigestAddressDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { request } from "../../lib/graphql-client.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useToast } from "../../ui/toast.tsx";
import { PIPELINE } from "./words.ts";

function AddressForm({ address }: { address: string | null }) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const toast = useToast();
  const [email, setEmail] = useState(address ?? "");
  const { run, busy, fault } = useStep(async () => {
    const { setDigestAddress: answer } = await request(Pipeline_SetDigestAddressDocument, { email: email.trim() || null });
    if (answer.__typename !== "DigestAddressSaved") return refusalIn(answer);
    await client.invalidateQueries({ queryKey: [Pipeline_DigestAddressDocument.operationName] });
    toast(t(answer.email ? "digest.saved" : "digest.off"));
    return null;
  });
  return (
    <Form submit={t("digest.save")} busy={busy} error={wholeFault(fault, ["email"])} onSubmit={() => void run()}>
      <TextField
        label={t("digest.label")}
        hint={t("digest.hint")}
        error={faultOf(fault, "email")}
        type="email"
        autoComplete="email"
        maxLength={200}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
    </Form>
  );
}

/** Address for the daily digest of the own account; empty for none. */
export function DigestCard() {
  const { t } = useTranslation(PIPELINE);
  const { data, error, refetch } = useGraphql(Pipeline_DigestAddressDocument, {});
  return (
    <section className="card">
      <h2>{t("digest.title")}</h2>
      <p>{t("digest.intro")}</p>
      <Arriving ready={data !== undefined} error={error} retry={() => void refetch()} height={120}>
        <AddressForm address={data?.digestAddress ?? null} />
      </Arriving>
    </section>
  );
}
