/** 岳阳市 and its county-level divisions (GB/T 2260). Functional zones have no code of their own. */
export const DIVISIONS: Readonly<Record<string, string>> = {
  '430600': '岳阳市',
  '430602': '岳阳楼区',
  '430603': '云溪区',
  '430611': '君山区',
  '430621': '岳阳县',
  '430623': '华容县',
  '430624': '湘阴县',
  '430626': '平江县',
  '430681': '汨罗市',
  '430682': '临湘市',
}
