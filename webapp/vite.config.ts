import react from "@vitejs/plugin-react";
import { loadEnv } from "vite";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => {
  // `npm run dev` shows a running Otto: OTTO_URL is the address that `otto` prints.
  const otto = loadEnv(mode, ".", "OTTO_URL").OTTO_URL ?? "http://127.0.0.1:8080";
  return {
    plugins: [react()],
    server: { proxy: { "/api": otto } },
    build: { outDir: "dist/webapp", emptyOutDir: true, sourcemap: false, target: "es2023" },
    test: { environment: "jsdom" },
  };
});
