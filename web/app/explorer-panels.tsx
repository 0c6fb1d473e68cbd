import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { IntroductionsPanel } from "../features/introductions/introductions-panel.tsx";
import { INTRODUCTIONS } from "../features/introductions/words.ts";
import { MeasuresPanel } from "../features/measures/measures-panel.tsx";
import { MEASURES } from "../features/measures/words.ts";
import { TeamsPanel } from "../features/teams/teams-panel.tsx";
import { TEAMS } from "../features/teams/words.ts";
import type { ExplorerPanel } from "../lib/explorer-api.ts";
import { useMay } from "../lib/session.ts";

/** The panels that other rooms put beside the explorer, as far as the viewer may use them: introductions, measures, and teams of those selected. */
export function useExplorerPanels(): readonly ExplorerPanel[] {
  const { t: introductionWord } = useTranslation(INTRODUCTIONS);
  const { t: measureWord } = useTranslation(MEASURES);
  const { t: teamWord } = useTranslation(TEAMS);
  const [measures, teams] = [useMay("MEASURE_NETWORKS"), useMay("KEEP_TEAMS")];
  const introductions = useMay("FIND_INTRODUCTIONS", "ANSWER_INTRODUCTIONS");
  return useMemo(
    () => [
      ...(introductions
        ? [
            {
              key: "introductions",
              title: introductionWord("pages.label"),
              render: (api) => <IntroductionsPanel api={api} />,
            } satisfies ExplorerPanel,
          ]
        : []),
      ...(measures
        ? [{ key: "measures", title: measureWord("title"), render: (api) => <MeasuresPanel api={api} /> } satisfies ExplorerPanel]
        : []),
      ...(teams ? [{ key: "teams", title: teamWord("title"), render: (api) => <TeamsPanel api={api} /> } satisfies ExplorerPanel] : []),
    ],
    [introductions, measures, teams, introductionWord, measureWord, teamWord],
  );
}
