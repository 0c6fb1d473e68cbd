import { createBrowserRouter } from "react-router";
import { ForPeople, Home, SignedIn } from "./allowed.tsx";
import { RouteError } from "./error-boundary.tsx";
import { AppLayout } from "./layout/app-layout.tsx";
import { OpenLayout } from "./layout/open-layout.tsx";
import { RouteFallback } from "./layout/route-fallback.tsx";

/** Every route of the product. Pages are loaded when first opened. */
export const router = createBrowserRouter([
  {
    // What anybody may open.
    Component: OpenLayout,
    ErrorBoundary: RouteError,
    HydrateFallback: RouteFallback,
    children: [
      { path: "sign-in", lazy: async () => ({ Component: (await import("./routes/sign-in.tsx")).SignInRoute }) },
      { path: "notice", lazy: async () => ({ Component: (await import("./routes/notice.tsx")).NoticeRoute }) },
    ],
  },
  {
    Component: SignedIn,
    ErrorBoundary: RouteError,
    HydrateFallback: RouteFallback,
    children: [
      {
        path: "/",
        Component: AppLayout,
        children: [
          {
            // A second boundary inside the frame keeps the navigation when one page fails.
            ErrorBoundary: RouteError,
            children: [
              { index: true, Component: Home },
              {
                Component: ForPeople,
                children: [
                  { path: "map", lazy: async () => ({ Component: (await import("./routes/map.tsx")).MapRoute }) },
                  { path: "scientists", lazy: async () => ({ Component: (await import("./routes/scientists.tsx")).ScientistsRoute }) },
                  { path: "scientists/:id", lazy: async () => ({ Component: (await import("./routes/scientist.tsx")).ScientistRoute }) },
                  {
                    path: "institutions/:id",
                    lazy: async () => ({ Component: (await import("./routes/institution.tsx")).InstitutionRoute }),
                  },
                  { path: "network", lazy: async () => ({ Component: (await import("./routes/network.tsx")).NetworkRoute }) },
                  {
                    path: "network/saved",
                    lazy: async () => ({ Component: (await import("./routes/saved-analyses.tsx")).SavedAnalysesRoute }),
                  },
                  {
                    path: "network/saved/:id",
                    lazy: async () => ({ Component: (await import("./routes/saved-network.tsx")).SavedNetworkRoute }),
                  },
                  { path: "compare", lazy: async () => ({ Component: (await import("./routes/compare.tsx")).CompareRoute }) },
                ],
              },
              {
                path: "contributions",
                lazy: async () => ({ Component: (await import("./routes/contributions.tsx")).ContributionsRoute }),
              },
              {
                path: "pipeline",
                lazy: async () => ({ Component: (await import("./routes/pipeline.tsx")).PipelineRoute }),
                children: [{ path: ":id", lazy: async () => ({ Component: (await import("./routes/pipeline.tsx")).EngagementRoute }) }],
              },
              {
                path: "pipeline/supervision",
                lazy: async () => ({ Component: (await import("./routes/supervision.tsx")).SupervisionRoute }),
              },
              {
                path: "pipeline/statistics",
                lazy: async () => ({ Component: (await import("./routes/pipeline-statistics.tsx")).PipelineStatisticsRoute }),
              },
              {
                path: "admin/pipeline",
                lazy: async () => ({ Component: (await import("./routes/pipeline-settings.tsx")).PipelineSettingsRoute }),
              },
              { path: "teams", lazy: async () => ({ Component: (await import("./routes/teams.tsx")).TeamsRoute }) },
              { path: "teams/:id", lazy: async () => ({ Component: (await import("./routes/teams.tsx")).TeamRoute }) },
              { path: "network/measures", lazy: async () => ({ Component: (await import("./routes/measures.tsx")).MeasuresRoute }) },
              {
                path: "network/introductions",
                lazy: async () => ({ Component: (await import("./routes/introductions.tsx")).IntroductionsRoute }),
              },
              {
                path: "network/tasks",
                lazy: async () => ({ Component: (await import("./routes/introduction-tasks.tsx")).IntroductionTasksRoute }),
              },
              {
                path: "network/our-people",
                lazy: async () => ({ Component: (await import("./routes/our-people.tsx")).OurPeopleRoute }),
              },
              { path: "referrals", lazy: async () => ({ Component: (await import("./routes/referrals.tsx")).ReferralsRoute }) },
              { path: "referrals/new", lazy: async () => ({ Component: (await import("./routes/new-referral.tsx")).NewReferralRoute }) },
              { path: "referrals/:id", lazy: async () => ({ Component: (await import("./routes/referrals.tsx")).OneReferralRoute }) },
              { path: "account", lazy: async () => ({ Component: (await import("./routes/account.tsx")).AccountRoute }) },
              { path: "admin/accounts", lazy: async () => ({ Component: (await import("./routes/accounts.tsx")).AccountsRoute }) },
              { path: "admin/rights", lazy: async () => ({ Component: (await import("./routes/rights.tsx")).RightsRoute }) },
              { path: "admin/audit", lazy: async () => ({ Component: (await import("./routes/audit.tsx")).AuditRoute }) },
              { path: "admin/requests", lazy: async () => ({ Component: (await import("./routes/requests.tsx")).RequestsRoute }) },
              { path: "admin/exports", lazy: async () => ({ Component: (await import("./routes/exports.tsx")).ExportsRoute }) },
              { path: "*", lazy: async () => ({ Component: (await import("./routes/not-found.tsx")).NotFoundRoute }) },
            ],
          },
        ],
      },
    ],
  },
]);
