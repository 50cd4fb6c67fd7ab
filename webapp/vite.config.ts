import react from "@vitejs/plugin-react";
import { loadEnv } from "vite";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => {
  // `npm run dev` shows a running Otto: OTTO_URL is the address that `otto up` prints, OTTO_TOKEN what stands in the
  // file `token` of Otto's home. Otto hears a program with its token, not a page of another address.
  const env = loadEnv(mode, ".", "OTTO_");
  const target = env.OTTO_URL ?? "http://127.0.0.1:8080";
  const headers = { authorization: `Bearer ${env.OTTO_TOKEN ?? ""}`, origin: target };
  return {
    plugins: [react()],
    server: { proxy: { "/api": { target, changeOrigin: true, headers } } },
    build: { outDir: "dist/webapp", emptyOutDir: true, sourcemap: false, target: "es2023" },
    test: {
      environment: "jsdom",
      setupFiles: ["src/app/setup.ts"],
      testTimeout: 60_000,
      css: true, // its colours are looked at
    },
  };
});
