import { Ago } from "../../../shared/ago";
import type { Message } from "../api/get-messages";

/// What people said to agents, and whether it was heard.
export function Messages({
  messages,
  listening,
}: {
  messages: Message[];
  listening: (group: string | undefined) => boolean;
}) {
  return (
    messages.length > 0 && (
      <ul className="messages">
        {messages.map((message) => (
          <li key={`${message.at} ${message.text}`}>
            <p className="prose">{message.text}</p>
            <p className="how">
              <span>
                {message.by} to {message.group ?? "the spec agent"}
                {message.now && ", at once"}
              </span>
              <Ago at={message.at} />
              {message.heardAt ? (
                <span className="heard">
                  ✓ heard <Ago at={message.heardAt} />
                </span>
              ) : (
                <span className="warn">
                  {listening(message.group)
                    ? "not heard yet"
                    : "not heard: its agent is not at work"}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    )
  );
}
