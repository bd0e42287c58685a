import { describe, expect, it } from 'vitest';
import { isOpenAddress } from './private-addresses.ts';

describe('an address of the open internet', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.1', '100.63.255.255', '2606:4700:4700::1111', '2a00:1450:4003::1'])(
    '%s is one',
    (address) => {
      expect(isOpenAddress(address)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '2002:a00:1::1',
    '2001:0:a00:1::1',
    '2001:db8::1',
    'fe80::1%eth0',
    'example.com',
    '',
  ])('%s is none', (address) => {
    expect(isOpenAddress(address)).toBe(false);
  });
});
