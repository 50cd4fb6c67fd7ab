import type { components } from "../../generated/otto-api";

/// The forms of everything that the api takes and answers, as its document tells them. Made anew with every build.
export type Schemas = components["schemas"];
