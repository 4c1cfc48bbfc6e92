import assert from 'node:assert/strict';

import { isOnHosts } from '../../src/domain/host-list.js';

const teams = ['smba.trafficmanager.net', '*.sharepoint.com', '127.0.0.1', '[::1]', 'localhost'];

describe('a list of hosts', () => {
  it('lets through its own, over a safe connection or on this machine', () => {
    for (const address of [
      'https://smba.trafficmanager.net/teams/',
      'https://smba.trafficmanager.net:443/amer/',
      'https://SMBA.TrafficManager.NET/emea/',
      'https://contoso.sharepoint.com/x?y=z',
      'https://a.b.sharepoint.com/',
      'http://127.0.0.1:3978/',
      'http://localhost:56150/_connector',
      'http://[::1]:3978/',
      'https://127.0.0.1/',
    ]) {
      assert.equal(isOnHosts(address, teams), true, address);
    }
  });

  it('lets nothing else through, however much it looks like one of them', () => {
    for (const address of [
      'http://smba.trafficmanager.net/teams/',
      'https://smba.trafficmanager.net.example.org/',
      'https://example.org/smba.trafficmanager.net/',
      'https://example.org/?smba.trafficmanager.net',
      'https://example.org#smba.trafficmanager.net',
      'https://smba.trafficmanager.net@example.org/',
      'https://someone@smba.trafficmanager.net/',
      'https://someone:secret@smba.trafficmanager.net/',
      'https://example.org\\@smba.trafficmanager.net/',
      'https://example.org\\.smba.trafficmanager.net/',
      'https://xsmba.trafficmanager.net/',
      'https://trafficmanager.net/',
      'https://other.trafficmanager.net/',
      'https://smba.trafficmanager.net./',
      'https://sharepoint.com/',
      'https://evilsharepoint.com/',
      'https://contoso.sharepoint.com.example.org/',
      'https://smbа.trafficmanager.net/',
      'ftp://smba.trafficmanager.net/',
      'file://127.0.0.1/etc/passwd',
      'javascript:alert(1)',
      'data:text/plain,hello',
      'http://169.254.169.254/metadata/',
      'http://127.0.0.2.example.org/',
      'http://localhost.example.org/',
      'http://0.0.0.0/',
      'http://[::ffff:169.254.169.254]/',
      'http://10.0.0.1/',
      'smba.trafficmanager.net',
      '//smba.trafficmanager.net/',
      'https://',
      '',
      ' ',
    ]) {
      assert.equal(isOnHosts(address, teams), false, address);
    }
  });

  it('that is empty lets nothing through', () => {
    assert.equal(isOnHosts('https://smba.trafficmanager.net/', []), false);
  });

  it('knows this machine only by the names that are in it', () => {
    assert.equal(isOnHosts('http://127.0.0.1/', ['smba.trafficmanager.net']), false);
    assert.equal(isOnHosts('http://localhost/', ['127.0.0.1']), false);
  });
});
