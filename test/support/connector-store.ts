import type { Body } from './connector-calls.js';

/** One message as the members of its conversation see it now. */
export interface StoredMessage {
  readonly id: string;
  /** As it was named when the message was sent: a thread of a channel has an id of its own. */
  readonly conversation: string;
  readonly activity: Body;
  /** What it said before, oldest first. */
  readonly earlier: readonly Body[];
}

export interface MessageStore {
  /** What stands in a conversation, oldest first; of a channel, what stands in all its threads. */
  in(conversation: string): readonly StoredMessage[];
  post(conversation: string, activity: Body): StoredMessage;
  /** A new channel post, whose thread takes its name from the message. */
  postToChannel(channel: string, activity: Body): StoredMessage;
  /** `false` when there is no such message. */
  edit(conversation: string, id: string, activity: Body): boolean;
  remove(conversation: string, id: string): boolean;
}

/** A channel without the thread that a conversation id may name. */
export function channelOf(conversation: string): string {
  return conversation.split(';messageid=')[0] ?? conversation;
}

export function createMessageStore(): MessageStore {
  /** By channel, with the messages of all its threads; other conversations are their own channel. */
  const messages = new Map<string, StoredMessage[]>();
  // Teams' message ids are milliseconds; all that matters here is that each is new and a number.
  let lastId = 1_700_000_000_000;

  function messagesOf(conversation: string): StoredMessage[] {
    const channel = channelOf(conversation);
    const known = messages.get(channel) ?? [];
    messages.set(channel, known);
    return known;
  }

  function add(conversation: string, id: string, activity: Body): StoredMessage {
    const message = { id, conversation, activity, earlier: [] };
    messagesOf(conversation).push(message);
    return message;
  }

  function nextId(): string {
    lastId += 1;
    return String(lastId);
  }

  /** Puts the replacements in the place of a message. */
  function replace(conversation: string, id: string, by: (found: StoredMessage) => StoredMessage[]): boolean {
    const known = messagesOf(conversation);
    const index = known.findIndex((message) => message.id === id);
    const found = known[index];
    if (found !== undefined) known.splice(index, 1, ...by(found));
    return found !== undefined;
  }

  return {
    in: (conversation) =>
      messagesOf(conversation).filter(
        (message) => conversation === channelOf(conversation) || message.conversation === conversation,
      ),
    post: (conversation, activity) => add(conversation, nextId(), activity),
    postToChannel: (channel, activity) => {
      const id = nextId();
      return add(`${channelOf(channel)};messageid=${id}`, id, activity);
    },
    edit: (conversation, id, activity) =>
      replace(conversation, id, (found) => [
        { ...found, activity, earlier: [...found.earlier, found.activity] },
      ]),
    remove: (conversation, id) => replace(conversation, id, () => []),
  };
}
