import { answerWords, choices, values } from './ballot.js';

/** The member's ballot as a literal, about six kilobytes: what the template of the plain bot expands to. */
export function floorCard(rated: string, own: ReadonlyMap<string, string>): unknown {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: 'Values of our community, draft 2. Write "rate 1 4" to answer.',
    body: [
      {
        type: 'TextBlock',
        text: 'Values of our community, draft 2',
        style: 'heading',
        size: 'large',
        wrap: true,
      },
      { type: 'TextBlock', text: 'Only you see your answers here.', isSubtle: true, wrap: true },
      ...values.map((value) => ({
        type: 'Container',
        separator: true,
        items: [
          { type: 'TextBlock', text: value.title, weight: 'bolder', wrap: true },
          { type: 'TextBlock', text: value.text, wrap: true },
          {
            type: 'TextBlock',
            text: `You answered: ${wordsOf(own.get(value.id))}`,
            isSubtle: true,
            wrap: true,
          },
          {
            type: 'ActionSet',
            actions: [
              {
                type: 'Action.Execute',
                title: 'Answer this one',
                verb: 'show',
                data: { value: value.id },
                fallback: {
                  type: 'Action.Submit',
                  title: 'Answer this one',
                  data: { verb: 'show', value: value.id },
                },
              },
            ],
          },
        ],
      })),
      {
        type: 'Input.ChoiceSet',
        id: 'answer',
        label: 'How strongly does this value resonate with you?',
        style: 'expanded',
        value: own.get(rated) ?? '',
        choices,
      },
    ],
    actions: [
      {
        type: 'Action.Execute',
        title: 'Save',
        verb: 'rate',
        data: { value: rated },
        fallback: { type: 'Action.Submit', title: 'Save', data: { verb: 'rate', value: rated } },
      },
    ],
  };
}

function wordsOf(answer: string | undefined): string {
  return answer === undefined ? 'not yet' : (answerWords[answer] ?? answer);
}
