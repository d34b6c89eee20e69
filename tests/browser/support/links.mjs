// People who come by the link of a letter: how they get one, and how they get in.
import { act, send, takeCall } from './acts.mjs';
import { code, letter } from './mail.mjs';

export const email = 'paul.escudie@exemple.test';

// Takes a call, has a partner asked, and lets the letters leave. Gives the case's address.
export async function askAPartner(page) {
  const address = await takeCall(page);
  await act(page, 'Qualifier', {
    about: 'Demande',
    fill: {
      statut: 'porteur de projet', commune: 'Faycelles', naf: '10.71C', stade: 'projet',
      courriel: email, consentement_partage: 'oui',
    },
    check: ['Transmission'],
  });
  await act(page, 'Confirmer', { about: 'Transmission' });
  await send(page, () => page.locator('form.clock button[value=day]').click());
  return address;
}

// By the button and the code that comes to `to`.
export async function comeIn(page, desk, found, to) {
  const button = (name) => page.getByRole('button', { name, exact: true });
  await page.goto(found);
  await send(page, () => button('Recevoir un code').click());
  const sent = await letter(desk, code, { to });
  await page.getByLabel('Code reçu par courriel').fill(sent.found);
  await send(page, () => button('Ouvrir').click());
}
