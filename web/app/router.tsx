import { createBrowserRouter, redirect } from "react-router";
import { RouteError } from "./error-boundary.tsx";
import { AppLayout } from "./layout/app-layout.tsx";
import { RouteFallback } from "./layout/route-fallback.tsx";

/** Every route of the product. Pages are loaded when first opened. */
export const router = createBrowserRouter([
  {
    path: "/",
    Component: AppLayout,
    ErrorBoundary: RouteError,
    HydrateFallback: RouteFallback,
    children: [
      {
        // A second boundary inside the frame keeps the navigation when one page fails.
        ErrorBoundary: RouteError,
        children: [
          { index: true, loader: () => redirect("/map") },
          { path: "map", lazy: async () => ({ Component: (await import("./routes/map.tsx")).MapRoute }) },
          { path: "scientists", lazy: async () => ({ Component: (await import("./routes/scientists.tsx")).ScientistsRoute }) },
          { path: "scientists/:id", lazy: async () => ({ Component: (await import("./routes/scientist.tsx")).ScientistRoute }) },
          { path: "institutions/:id", lazy: async () => ({ Component: (await import("./routes/institution.tsx")).InstitutionRoute }) },
          { path: "compare", lazy: async () => ({ Component: (await import("./routes/compare.tsx")).CompareRoute }) },
          { path: "*", lazy: async () => ({ Component: (await import("./routes/not-found.tsx")).NotFoundRoute }) },
        ],
      },
    ],
  },
]);
