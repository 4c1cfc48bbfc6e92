/** Where `npm run dev` leaves the API token of the running bot, for the command line beside it. */
export const devTokenFile = 'data/dev-token';
