import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/ui.css";
import "./styles/forms.css";
import "./styles/layout.css";
import "./styles/print.css";
import { App } from "./app/app.tsx";
import { startI18n } from "./lib/i18n.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
