import { RouterProvider } from "react-router";
import { Providers } from "./providers.tsx";
import { router } from "./router.tsx";
import { SessionGate } from "./session-gate.tsx";

/** The whole web application. */
export function App() {
  return (
    <Providers>
      <SessionGate>
        <RouterProvider router={router} />
      </SessionGate>
    </Providers>
  );
}
