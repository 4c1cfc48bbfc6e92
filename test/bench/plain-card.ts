/** The same ballot as `floor-card.ts`, as a template. */
export const plainTemplate = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: 'Values of our community, draft 2. Write "rate 1 4" to answer.',
  body: [
    { type: 'TextBlock', text: '${title}', style: 'heading', size: 'large', wrap: true },
    { type: 'TextBlock', text: 'Only you see your answers here.', isSubtle: true, wrap: true },
    {
      type: 'Container',
      $data: '${values}',
      separator: true,
      items: [
        { type: 'TextBlock', text: '${title}', weight: 'bolder', wrap: true },
        { type: 'TextBlock', text: '${text}', wrap: true },
        { type: 'TextBlock', text: 'You answered: ${answer}', isSubtle: true, wrap: true },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              title: 'Answer this one',
              verb: 'show',
              data: { value: '${id}' },
              fallback: {
                type: 'Action.Submit',
                title: 'Answer this one',
                data: { verb: 'show', value: '${id}' },
              },
            },
          ],
        },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'answer',
      label: 'How strongly does this value resonate with you?',
      style: 'expanded',
      value: '${own}',
      choices: [{ $data: '${choices}', title: '${title}', value: '${value}' }],
    },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Save',
      verb: 'rate',
      data: { value: '${rated}' },
      fallback: { type: 'Action.Submit', title: 'Save', data: { verb: 'rate', value: '${rated}' } },
    },
  ],
};
