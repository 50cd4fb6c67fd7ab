import type { Check, FileExpectation, HttpStep } from "../api/spec";
import { Marked } from "./marked";

/// What machines will run to see whether it is so.
export function Checks({ checks }: { checks: Check[] }) {
  return (
    <section className="card">
      <ul className="checks">
        {checks.map((check) => (
          <li key={check.id} id={`check-${check.id}`}>
            <p className="how">
              <code className="strong">{check.id}</code>
              <span className="kind">{check.check}</span>
              <Marked what="check" id={check.id} />
            </p>
            <What check={check} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function What({ check }: { check: Check }) {
  switch (check.check) {
    case "command":
      return <Command check={check} />;
    case "http":
      return (
        <ol className="steps">
          {check.steps.map((step, at) => (
            <li key={at}>
              {step.actor && <span className="quiet">{step.actor}: </span>}
              <code>
                {step.request.method} {step.request.path}
              </code>
              {expected(step) && <span className="quiet"> {expected(step)}</span>}
            </li>
          ))}
        </ol>
      );
    case "files":
      return (
        <ul className="steps">
          {check.expect.map((file) => (
            <li key={file.path}>
              <code>{file.path}</code> <span className="quiet">{wanted(file)}</span>
            </li>
          ))}
        </ul>
      );
    case "browser":
      return <p className="quiet">{check.journey.join(", ")}</p>;
  }
}

function Command({ check }: { check: Check & { check: "command" } }) {
  const { files, base } = check.oracle;
  return (
    <>
      <p>
        <code>{check.argv.join(" ")}</code>
      </p>
      {files.map((file) => (
        <details key={file.path}>
          <summary>
            judged by <code>{file.path}</code>, sealed with this spec
          </summary>
          <pre>{file.text}</pre>
        </details>
      ))}
      {base.length > 0 && (
        <p className="quiet">
          judged by <code>{base.join(", ")}</code> as the repository has it
        </p>
      )}
      {files.length + base.length === 0 && (
        <p className="warn">
          Agents could write what it judges by, so it cannot prove anything alone.
        </p>
      )}
    </>
  );
}

function expected({ expect }: HttpStep): string {
  const parts = [
    expect.status && `answers ${expect.status}`,
    expect.contains.length > 0 && `with ${quoted(expect.contains)}`,
    expect.lacks.length > 0 && `without ${quoted(expect.lacks)}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "";
}

function wanted(file: FileExpectation): string {
  const parts = [
    file.absent && "is not there",
    file.contains.length > 0 && `contains ${quoted(file.contains)}`,
    file.lacks.length > 0 && `lacks ${quoted(file.lacks)}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "is there";
}

function quoted(texts: string[]): string {
  return texts.map((text) => `“${text}”`).join(", ");
}
