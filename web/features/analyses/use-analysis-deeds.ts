import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import {
  Analyses_DeleteDocument,
  Analyses_ListDocument,
  Analyses_OpenDocument,
  Analyses_RestoreDocument,
  Analyses_UpdateDocument,
  type AnalysisSharing,
} from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { request } from "../../lib/graphql-client.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { type FormFault, refusalIn } from "../../lib/use-step.ts";
import { useToast } from "../../ui/toast.tsx";
import { ANALYSES } from "./words.ts";

/** Which analysis, under which name and in which version. */
export interface KnownAnalysis {
  readonly id: string;
  readonly title: string;
  readonly version: number;
}

/** What an owner does with an analysis beside saving it. */
export function useAnalysisDeeds() {
  const { t } = useTranslation(ANALYSES);
  const language = useLanguage();
  const toast = useToast();
  const client = useQueryClient();
  const renew = async (): Promise<void> => {
    await Promise.all(
      [Analyses_ListDocument, Analyses_OpenDocument].map(({ operationName }) => client.invalidateQueries({ queryKey: [operationName] })),
    );
  };
  const restore = async ({ id, title }: KnownAnalysis, onBack: () => void): Promise<void> => {
    try {
      const refused = refusalIn((await request(Analyses_RestoreDocument, { id })).restoreAnalysis);
      toast(refused?.message ?? t("restored", { title }));
      if (!refused) onBack();
      await renew();
    } catch (error) {
      toast(errorSentence(error, t, language));
    }
  };
  return {
    /** Renames or shares. @returns the version that was written, or what was refused */
    update: async (
      { id, version }: KnownAnalysis,
      change: { readonly title?: string; readonly shared?: AnalysisSharing },
    ): Promise<{ readonly version: number } | FormFault> => {
      const { updateAnalysis: answer } = await request(Analyses_UpdateDocument, { input: { id, version, ...change } });
      if (answer.__typename === "AnalysisConflict") {
        await renew();
        return { field: null, message: answer.message };
      }
      const refused = refusalIn(answer);
      if (refused) return refused;
      await renew();
      return { version: answer.__typename === "AnalysisSaved" ? answer.analysis.version : version };
    },
    /** Deletes, and offers to take that back. @returns what was refused */
    remove: async (analysis: KnownAnalysis, onBack: () => void): Promise<FormFault | null> => {
      const refused = refusalIn((await request(Analyses_DeleteDocument, { id: analysis.id })).deleteAnalysis);
      if (refused) return refused;
      toast(t("deleted", { title: analysis.title }), { label: t("undo"), run: () => void restore(analysis, onBack) });
      await client.invalidateQueries({ queryKey: [Analyses_ListDocument.operationName] });
      return null;
    },
  };
}
