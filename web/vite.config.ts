import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { shellPlugin } from "./shell-plugin.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const api = { target: "http://127.0.0.1:4000", changeOrigin: false };

/** Root web/, output web/dist with a manifest for the bundle budget; the API is proxied while developing. */
export default defineConfig({
  root: here,
  plugins: [react(), shellPlugin()],
  // MapLibre is ESM with its worker in a file of its own: bundled as a module worker, and not pre-bundled while developing.
  worker: { format: "es" },
  optimizeDeps: { exclude: ["maplibre-gl"] },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/graphql": api, "/auth": api, "/export": api, "/live": api, "/healthz": api, "/basemap": api },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // Only what every route needs is grouped by hand; the rest follows the lazy routes, so that MapLibre stays with the map.
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/, priority: 3 },
            { name: "data", test: /node_modules[\\/](@tanstack[\\/](react-query|query-core)|i18next|react-i18next)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
});
