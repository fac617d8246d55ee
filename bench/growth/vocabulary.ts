/**
 * What made-up help centers are about. Each entry has other ways to say the same in both languages; no way to say one
 * entry is a way to say another, so that articles which differ in one entry differ in what is asked.
 */
export interface Concept {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

/** Kinds of product; a product is one of them under a coined name. */
export const KINDS: readonly Concept[] = [
  { en: ['kettle', 'water kettle'], zh: ['水壶', '电热水壶'] },
  { en: ['air purifier', 'purifier'], zh: ['净化器', '空气净化器'] },
  { en: ['headphones', 'headset'], zh: ['耳机', '头戴耳机'] },
  { en: ['backpack', 'rucksack'], zh: ['背包', '双肩包'] },
  { en: ['desk lamp', 'reading light'], zh: ['台灯', '护眼灯'] },
  { en: ['vacuum cleaner', 'hoover'], zh: ['吸尘器', '手持吸尘器'] },
  { en: ['running shoes', 'trainers'], zh: ['跑鞋', '运动鞋'] },
  { en: ['espresso machine', 'coffee maker'], zh: ['咖啡机', '意式咖啡机'] },
  { en: ['baby stroller', 'pushchair'], zh: ['婴儿车', '推车'] },
  { en: ['electric toothbrush', 'toothbrush'], zh: ['电动牙刷', '牙刷'] },
  { en: ['office chair', 'swivel chair'], zh: ['办公椅', '转椅'] },
  { en: ['rice cooker', 'cooker'], zh: ['电饭煲', '饭锅'] },
  { en: ['suitcase', 'trolley case'], zh: ['行李箱', '拉杆箱'] },
  { en: ['smart watch', 'wristwatch'], zh: ['智能手表', '腕表'] },
  { en: ['humidifier', 'mist maker'], zh: ['加湿器', '喷雾机'] },
  { en: ['tent', 'camping tent'], zh: ['帐篷', '露营帐'] },
  { en: ['mattress', 'foam mattress'], zh: ['床垫', '乳胶垫'] },
  { en: ['hair dryer', 'blow dryer'], zh: ['吹风机', '电吹风'] },
  { en: ['bicycle helmet', 'bike helmet'], zh: ['骑行头盔', '单车头盔'] },
  { en: ['projector', 'home projector'], zh: ['投影仪', '家用投影'] },
];

/** What a customer wants to do with it; `{p}` is the product. */
export const ACTIONS: readonly Concept[] = [
  { en: ['return {p}', 'send {p} back', 'give back {p}'], zh: ['退掉{p}', '把{p}退回去', '{p}退货'] },
  { en: ['exchange {p}', 'swap {p} for another', 'trade {p} in'], zh: ['换一个{p}', '把{p}换掉', '{p}换货'] },
  { en: ['repair {p}', 'get {p} fixed', 'mend {p}'], zh: ['修{p}', '把{p}拿去维修', '{p}报修'] },
  { en: ['clean {p}', 'wash {p}', 'wipe down {p}'], zh: ['清洗{p}', '把{p}擦干净', '{p}清洁'] },
  { en: ['replace the battery of {p}', 'put a new battery in {p}'], zh: ['给{p}换电池', '{p}更换电池'] },
  { en: ['register {p}', 'add {p} to my account'], zh: ['登记{p}', '把{p}注册到账号里'] },
  { en: ['cancel the order for {p}', 'call off buying {p}'], zh: ['取消{p}的订单', '不买{p}了'] },
  { en: ['track the parcel with {p}', 'follow the delivery of {p}'], zh: ['追踪{p}的包裹', '查{p}的物流'] },
  { en: ['check the warranty of {p}', 'see how long {p} is covered'], zh: ['查{p}的保修', '看{p}还保多久'] },
  { en: ['buy spare parts for {p}', 'get accessories for {p}'], zh: ['给{p}买配件', '配{p}的零件'] },
  { en: ['reset {p}', 'set {p} back to factory state'], zh: ['重置{p}', '把{p}恢复出厂'] },
  { en: ['connect {p} to the network', 'get {p} online'], zh: ['把{p}连上网络', '{p}联网'] },
  {
    en: ['update the firmware of {p}', 'upgrade the software on {p}'],
    zh: ['升级{p}的固件', '给{p}更新系统'],
  },
  { en: ['get an invoice for {p}', 'have a receipt issued for {p}'], zh: ['给{p}开发票', '要{p}的发票'] },
  { en: ['review {p}', 'leave a rating for {p}'], zh: ['评价{p}', '给{p}打分'] },
  { en: ['reserve {p}', 'put {p} on hold'], zh: ['预订{p}', '先留一个{p}'] },
  { en: ['pay for {p} in instalments', 'spread the cost of {p}'], zh: ['分期买{p}', '{p}分几个月付'] },
  {
    en: ['change the address for {p}', 'have {p} shipped elsewhere'],
    zh: ['改{p}的收货地址', '让{p}寄到别处'],
  },
  { en: ['transfer ownership of {p}', 'pass {p} on to someone'], zh: ['转让{p}', '把{p}过户给别人'] },
  { en: ['recycle {p}', 'dispose of {p}'], zh: ['回收{p}', '把{p}处理掉'] },
  { en: ['replace the filter of {p}', 'fit a new filter to {p}'], zh: ['给{p}换滤芯', '{p}装新滤网'] },
  { en: ['calibrate {p}', 'adjust {p}'], zh: ['校准{p}', '调{p}'] },
  { en: ['mute {p}', 'make {p} quieter'], zh: ['给{p}静音', '把{p}声音弄小'] },
  { en: ['descale {p}', 'remove limescale from {p}'], zh: ['给{p}除垢', '去掉{p}的水垢'] },
  { en: ['assemble {p}', 'put {p} together'], zh: ['组装{p}', '把{p}装起来'] },
  { en: ['take {p} apart', 'dismantle {p}'], zh: ['拆开{p}', '把{p}拆了'] },
  { en: ['store {p}', 'put {p} away for the season'], zh: ['收纳{p}', '把{p}存放好'] },
  { en: ['pair {p} with my phone', 'link {p} to the app'], zh: ['把{p}和手机配对', '{p}绑定应用'] },
  { en: ['complain about {p}', 'file a complaint over {p}'], zh: ['投诉{p}', '对{p}提意见'] },
  { en: ['order a sample of {p}', 'try {p} before buying'], zh: ['申请{p}的试用', '先体验{p}'] },
];

/** What makes the case a special one. */
export const CIRCUMSTANCES: readonly Concept[] = [
  { en: ['after opening the box', 'with the seal already broken'], zh: ['拆封以后', '包装已经打开'] },
  { en: ['without a receipt', 'when the proof of purchase is gone'], zh: ['没有小票', '购买凭证丢了'] },
  { en: ['from abroad', 'while living in another country'], zh: ['人在国外', '住在海外'] },
  { en: ['past the warranty period', 'when the guarantee has run out'], zh: ['过了保修期', '质保到期'] },
  { en: ['if it was a gift', 'when somebody gave it to me'], zh: ['是别人送的', '礼物收到的'] },
  { en: ['when bought on sale', 'if the price was discounted'], zh: ['打折时买的', '特价入手的'] },
  { en: ['after paying with a voucher', 'if a coupon was used'], zh: ['用了代金券', '拿优惠券付的'] },
  { en: ['for a company', 'on a business account'], zh: ['公司采购', '企业账户'] },
  { en: ['as a student', 'with a student card'], zh: ['学生身份', '有学生证'] },
  { en: ['when it arrived damaged', 'if it came broken'], zh: ['到货就坏了', '收到时破损'] },
  { en: ['when the manual is missing', 'without the instructions'], zh: ['说明书没了', '找不到使用手册'] },
  { en: ['during the holidays', 'on a public holiday'], zh: ['放假期间', '节假日'] },
  { en: ['at a branch near me', 'in a local shop'], zh: ['在附近门店', '去线下店'] },
  { en: ['over the phone', 'by calling you'], zh: ['打电话', '通过热线'] },
  { en: ['for the second time', 'once again'], zh: ['第二次了', '又一回'] },
  { en: ['before it has shipped', 'while it is still in the warehouse'], zh: ['还没发货', '仍在仓库'] },
  { en: ['after moving house', 'at my new home'], zh: ['搬家以后', '换了住处'] },
  { en: ['for my parents', 'on behalf of my mother'], zh: ['替父母', '帮我妈'] },
  { en: ['without an account', 'as a guest'], zh: ['没注册会员', '游客下单'] },
  { en: ['when it was second hand', 'if I got it used'], zh: ['二手买的', '是旧货'] },
];

/** Ways to ask; `{a}` is the action and `{c}` the circumstance. */
export const FRAMES: Concept = {
  en: [
    'how do I {a} {c}',
    'can I {a} {c}',
    'is it possible to {a} {c}',
    'I need to {a} {c}',
    'please tell me how to {a} {c}',
    '{a} {c}',
    'what does it cost to {a} {c}',
    'am I allowed to {a} {c}',
    'where do I go to {a} {c}',
    'would like to {a} {c}, what now',
    '{c}, how to {a}',
    'any way to {a} {c}?',
    'trying to {a} {c} and stuck',
    'help me {a} {c}',
  ],
  zh: [
    '{c}怎么{a}',
    '{c}能不能{a}',
    '想{a}，{c}',
    '{c}可以{a}吗',
    '请问{c}该如何{a}',
    '{a}，{c}，行不行',
    '我要{a}，{c}咋办',
    '{c}的话{a}要去哪弄',
    '麻烦教我{a}，{c}',
    '{c}，{a}要多少钱',
    '{a}有什么要求，{c}',
    '{c}还允许{a}吗',
    '有没有办法{a}，{c}',
    '{c}，帮我{a}',
  ],
};

/** Syllables of coined product names, and the character that stands for each in Chinese. */
export const SYLLABLES: readonly { readonly en: string; readonly zh: string }[] = [
  { en: 've', zh: '维' },
  { en: 'lo', zh: '洛' },
  { en: 'ra', zh: '拉' },
  { en: 'tor', zh: '托' },
  { en: 'mi', zh: '米' },
  { en: 'ka', zh: '卡' },
  { en: 'zen', zh: '岑' },
  { en: 'nu', zh: '努' },
  { en: 'sil', zh: '希' },
  { en: 'bra', zh: '布' },
  { en: 'do', zh: '多' },
  { en: 'fe', zh: '菲' },
  { en: 'ga', zh: '加' },
  { en: 'hal', zh: '哈' },
  { en: 'jo', zh: '乔' },
  { en: 'pre', zh: '普' },
  { en: 'qui', zh: '奎' },
  { en: 'rin', zh: '琳' },
  { en: 'ta', zh: '塔' },
  { en: 'wex', zh: '韦' },
];
