import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Whether this is the address of one host on the public Internet: global unicast, and in no block of the IANA registries
 * of special-purpose addresses, those that are globally reachable included. Takes the canonical form that a resolver or
 * a WHATWG URL gives; every other spelling, a zone (RFC 4007) and a name are not global.
 */
export function isGlobalAddress(address: string): boolean {
  if (isIPv4(address)) return !SPECIAL.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  return UNICAST.check(address, 'ipv6') && !SPECIAL.check(address, 'ipv6') && !isIsatap(address)
}

/** All that IANA has made global unicast (RFC 4291, 2.4); mapped, compatible, NAT64 and local ones stand outside. */
const UNICAST = blocks('2000::/3')

const SPECIAL = blocks(
  '0.0.0.0/8', // this network, RFC 791
  '10.0.0.0/8', // private, RFC 1918
  '100.64.0.0/10', // shared by a provider's customers, RFC 6598
  '127.0.0.0/8', // loopback, RFC 1122
  '168.63.129.16/32', // global by number, and the host of every machine in one large cloud
  '169.254.0.0/16', // link-local, RFC 3927; where clouds keep their metadata
  '172.16.0.0/12', // private, RFC 1918
  '192.0.0.0/24', // IETF protocol assignments, RFC 6890
  '192.0.2.0/24', // documentation, RFC 5737
  '192.31.196.0/24', // AS112, RFC 7535
  '192.52.193.0/24', // AMT, RFC 7450
  '192.88.99.0/24', // 6to4 relays, RFC 7526
  '192.168.0.0/16', // private, RFC 1918
  '192.175.48.0/24', // AS112, RFC 7534
  '198.18.0.0/15', // benchmarking, RFC 2544
  '198.51.100.0/24', // documentation, RFC 5737
  '203.0.113.0/24', // documentation, RFC 5737
  '224.0.0.0/4', // multicast, RFC 5771
  '240.0.0.0/4', // reserved, RFC 1112, and broadcast, RFC 919
  '2001::/23', // IETF protocol assignments, RFC 2928: Teredo, benchmarking, ORCHID and others
  '2001:db8::/32', // documentation, RFC 3849
  '2002::/16', // 6to4, RFC 3056: an IPv4 address inside
  '2620:4f:8000::/48', // AS112, RFC 7534
  '3ffe::/16', // given back, RFC 3701
  '3fff::/20', // documentation, RFC 9637
)

/** ISATAP (RFC 5214, 6.1) carries an IPv4 address behind any prefix. */
const isIsatap = (address: string) => /:(?:[02]00|0)?:?5efe:[^:]+(?::[^:]+)?$/i.test(address)

function blocks(...subnets: readonly string[]): BlockList {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [net = '', prefix] = subnet.split('/')
    list.addSubnet(net, Number(prefix), isIPv4(net) ? 'ipv4' : 'ipv6')
  }
  return list
}
