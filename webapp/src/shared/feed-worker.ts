import { Feed, type Told } from "./feed";

/// One stream for all tabs: a browser opens no more than six connections to a server, and each stream holds one.
const ports = new Set<MessagePort>();
const standing = new Map<string, Told>();
const feed = new Feed((told) => {
  if (told.kind === "live" || told.kind === "reconnecting") {
    standing.set("state", told);
  } else if (told.kind === "hello") {
    standing.set("hello", told);
  }
  for (const port of ports) {
    port.postMessage(told);
  }
});

addEventListener("connect", (connect) => {
  const [port] = (connect as MessageEvent).ports;
  if (!port) {
    return;
  }
  port.onmessage = ({ data }) => {
    if (data === "bye") {
      ports.delete(port);
    } else {
      feed.wake();
    }
  };
  ports.add(port);
  for (const told of standing.values()) {
    port.postMessage(told); // a tab that comes later hears how it stands
  }
});

feed.open();
