// A meter beside a new password: the strength by the CNIL's formula, length times the bits of the
// alphabets used, with the 80-bit mark. Nothing is sent; without script the rules still hold.
'use strict';

const alphabets = [[/[a-z]/, 26], [/[A-Z]/, 26], [/[0-9]/, 10], [/[^a-zA-Z0-9]/, 37]];

function bits(password) {
  const size = alphabets.reduce((sum, [kind, count]) => sum + (kind.test(password) ? count : 0), 0);
  return size === 0 ? 0 : Math.floor([...password].length * Math.log2(size));
}

for (const box of document.querySelectorAll('[data-meter]')) {
  const input = box.querySelector('input');
  const meter = box.querySelector('meter');
  const text = box.querySelector('output');
  const show = document.querySelector('[data-show-passwords]');
  box.querySelector('.meter').hidden = false;
  input.addEventListener('input', () => {
    const value = bits(input.value);
    meter.value = Math.min(value, meter.max);
    text.value = `${value} bits`;
  });
  if (show) {
    show.closest('label').hidden = false;
    show.addEventListener('change', () => {
      for (const each of box.closest('form').querySelectorAll('.secret')) each.type = show.checked ? 'text' : 'password';
    });
  }
}
