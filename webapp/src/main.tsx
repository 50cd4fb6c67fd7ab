import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import "./shared/style.css";

const place = document.getElementById("otto");
if (!place) {
  throw new Error("index.html has no place for the page");
}
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
