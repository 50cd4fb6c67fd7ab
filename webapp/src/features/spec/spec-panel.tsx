import { useMemo } from "react";
import { Link } from "../../shared/location";
import { Failure, Loading } from "../../shared/notices";
import { useSpec } from "./api/get-specs";
import type { Revision } from "./api/spec";
import { changes, partKey } from "./changes";
import { ChangeList } from "./components/change-list";
import { Marks } from "./components/marked";
import { SpecView } from "./components/spec-view";
import { Surroundings } from "./components/surroundings";
import "./spec.css";

/// One revision of a run's spec, and what it changed of the one before.
export function SpecPanel({
  run,
  shown,
  earlier,
}: {
  run: string;
  shown: Revision;
  earlier: Revision | undefined;
}) {
  const spec = useSpec(run, shown.spec);
  const before = useSpec(run, earlier?.spec);
  const changed = useMemo(
    () => (spec.data && before.data ? changes(before.data, spec.data) : null),
    [spec.data, before.data],
  );
  const marks = useMemo(
    () =>
      new Map(
        (changed ?? []).flatMap(({ kind, what, id }) =>
          id && kind !== "removed" ? [[partKey(what, id), kind] as const] : [],
        ),
      ),
    [changed],
  );
  if (spec.isError) {
    return <Failure error={spec.error} again={() => void spec.refetch()} />;
  }
  if (!spec.data) {
    return <Loading rows={6} />;
  }
  return (
    <div data-spec={shown.spec}>
      {earlier && changed && <ChangeList changes={changed} since={earlier.number} />}
      {before.isError && <Failure error={before.error} again={() => void before.refetch()} />}
      <Marks value={marks}>
        <SpecView spec={spec.data} surroundings={<Surroundings run={run} />} />
      </Marks>
    </div>
  );
}

/// All revisions, each by its link.
export function RevisionList({
  run,
  revisions,
  shown,
}: {
  run: string;
  revisions: Revision[];
  shown: number;
}) {
  return (
    <nav className="revisions" aria-label="Revisions">
      {revisions.map(({ number, by }) => (
        <Link
          key={number}
          to={`/runs/${encodeURIComponent(run)}/spec?revision=${number}`}
          aria-current={number === shown ? "true" : undefined}
        >
          Revision {number} <span className="quiet">{by ? `by ${by}` : "by the spec agent"}</span>
        </Link>
      ))}
    </nav>
  );
}
