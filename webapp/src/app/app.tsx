import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { refreshOn } from "../features/run/api/refresh";
import type { Tab } from "../features/run/components/run-tabs";
import { RunsLink } from "../features/run/components/runs-link";
import { RunPage } from "../features/run/run-page";
import { RunsPage } from "../features/run/runs-page";
import { Live } from "../shared/live";
import { Link, usePath } from "../shared/location";
import { FreshnessPill, OfflineBanner } from "./freshness-pill";
import { Keys } from "./keys";

/// Mission Control: one stream of news for the whole page, one page per address.
export function App() {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
      }),
  );
  const [live] = useState(() => new Live());
  return (
    <QueryClientProvider client={queries}>
      <Shell live={live} />
    </QueryClientProvider>
  );
}

function Shell({ live }: { live: Live }) {
  const queries = useQueryClient();
  useEffect(() => {
    const stop = live.onNews(refreshOn(queries));
    live.open();
    return () => {
      stop();
      live.close();
    };
  }, [live, queries]);

  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="top">
        <Link className="brand" to="/">
          <img src="/favicon.svg" alt="" width="22" height="22" /> Otto
        </Link>
        <nav aria-label="Main">
          <RunsLink />
        </nav>
        <div className="tools">
          <Keys />
          <FreshnessPill live={live} />
        </div>
      </header>
      <OfflineBanner live={live} />
      <Main />
    </>
  );
}

/// The page that the address names. Moving to another address moves the focus there too.
function Main() {
  const path = usePath();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== path) {
      shown.current = path;
      main.current?.focus();
      window.scrollTo(0, 0);
    }
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <Page path={path} />
    </main>
  );
}

function Page({ path }: { path: string }) {
  if (path === "/" || path === "/runs") {
    return <RunsPage />;
  }
  const [, run, tab = "overview"] = /^\/runs\/([^/]+)(?:\/(spec|proof))?$/.exec(path) ?? [];
  if (run) {
    return <RunPage key={run} run={decodeURIComponent(run)} tab={tab as Tab} />;
  }
  return (
    <section className="notice">
      <title>Not found · Otto</title>
      <h1>There is nothing at this address</h1>
      <p>
        <code>{path}</code> is no page of Otto. <Link to="/">See all runs</Link>
      </p>
    </section>
  );
}
