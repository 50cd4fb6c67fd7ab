import { useId, useState } from "react";
import { duration, money, short } from "../../../shared/amounts";
import { Problem } from "../../../shared/notices";
import { useCommand } from "../api/command-run";
import { actionOf, type Run } from "../api/run";

type Unit = "minutes" | "tokens" | "dollars" | "calls";

const UNITS: { unit: Unit; words: string; body: (amount: number) => object }[] = [
  { unit: "minutes", words: "minutes", body: (amount) => ({ seconds: Math.round(amount * 60) }) },
  { unit: "tokens", words: "tokens", body: (tokens) => ({ more: { tokens } }) },
  { unit: "dollars", words: "US dollars", body: (usd) => ({ more: { usd } }) },
  { unit: "calls", words: "calls", body: (calls) => ({ more: { calls } }) },
];

/// What the run has used, of what it may, and more of it.
export function Budget({ run }: { run: Run }) {
  const { usage } = run;
  return (
    <section aria-labelledby="budget">
      <h2 id="budget">Used so far</h2>
      <div className="card">
        <dl className="pairs">
          <dt>Work</dt>
          <dd>{duration(run.workedMillis)}</dd>
          <dt>Calls</dt>
          <dd>
            {usage.calls}, {short(usage.inputTokens)} tokens in ({short(usage.cachedTokens)} of them
            kept), {short(usage.outputTokens)} out
          </dd>
          <dt>Cost</dt>
          <dd>{money(usage.usd)}</dd>
          {run.budget && (
            <>
              <dt>Budget</dt>
              <dd>{run.budget}</dd>
            </>
          )}
        </dl>
        {actionOf(run, "budget")?.enabled && <Add run={run} />}
      </div>
    </section>
  );
}

function Add({ run }: { run: Run }) {
  const command = useCommand(run);
  const [amount, write] = useState("");
  const [unit, choose] = useState<Unit>("minutes");
  const name = useId();
  const number = Number(amount);
  const meant = amount.trim() !== "" && Number.isFinite(number) && number > 0;
  return (
    <form
      className="form inline"
      onSubmit={(submit) => {
        submit.preventDefault();
        const body = UNITS.find((one) => one.unit === unit)?.body(number);
        if (meant && body) {
          command.ask("budget", body, () => write(""));
        }
      }}
    >
      <p className="field">
        <label htmlFor={`${name}-amount`}>Add to the budget</label>
        <input
          id={`${name}-amount`}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          onChange={(change) => write(change.target.value)}
        />
      </p>
      <p className="field">
        <label htmlFor={`${name}-unit`}>of</label>
        <select
          id={`${name}-unit`}
          value={unit}
          onChange={(change) => choose(change.target.value as Unit)}
        >
          {UNITS.map((one) => (
            <option key={one.unit} value={one.unit}>
              {one.words}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" disabled={command.isPending || !meant}>
        Add
      </button>
      {command.error && <Problem error={command.error} />}
    </form>
  );
}
