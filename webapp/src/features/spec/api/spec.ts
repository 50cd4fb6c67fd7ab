import type { Schemas } from "../../../shared/api";

/// What a run promises to deliver.
export type Spec = Schemas["Spec"];

/// A piece of the intent and what became of it; of nothing, it is not covered.
export type Demand = Schemas["Demand"];

export type Clause = Schemas["Clause"];

export type GroupSpec = Schemas["GroupSpec"];

export type Guardrail = Schemas["Guardrail"];

export type Check = Schemas["Check"];

export type HttpStep = Schemas["HttpStep"];

export type FileExpectation = Schemas["FileExpectation"];

/// One revision of a run's spec. Without `by` the spec agent wrote it.
export type Revision = Schemas["SpecRevision"];
