/// How everything looks, in one place.
///
/// Blue, orange, green and purple are those of Okabe and Ito (2008), *Color Universal Design*: people with any
/// kind of colour vision tell them apart. What matters differs in shape, too.
enum Stylesheet {
  static let text = """
    text{font-family:"Helvetica Neue",Helvetica,Arial,"PingFang SC","Hiragino Sans GB","Microsoft YaHei",\
    "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;fill:#26323b;\
    unicode-bidi:isolate}
    path,rect,circle,line{fill:none;stroke-linecap:round;stroke-linejoin:round}
    .sheet{fill:#f4f2ee}.card{fill:#fcfbf8}.titleback{fill:#fcfbf8;fill-opacity:.85}.frame{stroke:#c9c4ba}
    .title{font-size:22px;font-weight:700}.summary{font-size:14px;fill:#55626c}
    .credit{font-size:11px;fill:#6b757d}
    .badge{fill:#26323b}.badgetext{font-size:17px;font-weight:700;fill:#fff}
    .panelname{font-size:13px;font-weight:600}
    .halo{stroke:#fcfbf8;stroke-width:3px;paint-order:stroke;stroke-linejoin:round}
    .name{font-size:11px}.street{font-size:11px;fill:#6a655c}.venue{font-size:14px;font-weight:700;fill:#3c6b4a}
    .strong{font-size:12.5px;font-weight:700}.note{font-size:11px}
    .grounds{fill:#e3eddd;stroke:#8fae8c;stroke-width:1.2;stroke-dasharray:5 4;fill-rule:evenodd}
    .house{fill:#efe9de;stroke:#b7ab98;stroke-width:1.2;fill-rule:evenodd}
    .shell{fill:#f6f2ea;stroke:#8f8676;stroke-width:1.6;fill-rule:evenodd}
    .housename{font-size:12px;font-weight:600;fill:#6a5f4f}
    .mass{stroke:#d3cabb}.masscore{stroke:#e9e2d5}
    .roadedge{stroke:#d2ccc0}.road{stroke:#fff}.main{stroke:#fbe9b7}.footway{stroke:#b8ad98;stroke-dasharray:3 3}
    .laneedge{stroke:#b3bbc2}.lane{stroke:#e6e9ec}
    .wall{stroke:#a99f8e}.corridor{stroke:#f1e8d6}.staff{stroke:#dcd9d4}.ramp{stroke:#e6dcc2}
    .steps{stroke:#8b8378;stroke-linecap:butt}.treads{stroke:#f6f3ec;stroke-dasharray:1.6 2.2;stroke-linecap:butt}
    .rolling{stroke:#5d7f8f;stroke-linecap:butt}
    .room{fill:#f7eed9;stroke:#a99f8e;stroke-width:1;fill-rule:evenodd}
    .hall{fill:#f1e8d6;stroke:#c4baa8;stroke-width:1;fill-rule:evenodd}
    .closed{fill:#dcd9d4;stroke:#a9a6a0;stroke-width:1;fill-rule:evenodd}
    .door{stroke:#6d5a3a;stroke-width:2}.entrance{stroke:#00604a;stroke-width:4}
    .shaft{fill:#26323b}.shaftstaff{fill:#8f979d}.arrows{fill:#fff}
    .toilets{fill:#4b6f87}.wc{font-size:8.5px;font-weight:700;fill:#fff}
    .dot{fill:#8b6f47}
    .casing{stroke:#fff;stroke-width:6.5}.walk{stroke:#0072b2;stroke-width:4.5}
    .car{stroke:#d55e00;stroke-width:9.5}.within{stroke:#0072b2;stroke-width:3.5;stroke-dasharray:.1 6}
    .link{stroke:#d55e00;stroke-width:2;stroke-dasharray:2 4}.arrow{fill:#fff}
    .start{fill:#009e73;stroke:#fff;stroke-width:2}.pin{fill:#aa2f7d;stroke:#fff;stroke-width:2}
    .stop{fill:#e69f00;stroke:#fff;stroke-width:2}.stopsign{font-size:12px;font-weight:700;fill:#26323b}
    .leader{stroke:#26323b;stroke-width:1}
    .north{fill:#26323b}.northsign{font-size:11px;font-weight:700}
    .hole{fill:#fff}.parking{fill:#d55e00;stroke:#fff;stroke-width:2}
    .sign{font-size:13px;font-weight:700;fill:#fff}
    .move{fill:#0072b2;stroke:#fff;stroke-width:2}
    .tag{fill:#fff;stroke:#0072b2;stroke-width:1.2}.tagtext{font-size:13px;font-weight:700;fill:#004d7a}
    .bar{stroke:#26323b;stroke-width:2}
    """

  /// What only pictures of networks have.
  static let network = """
    .cutoff{fill:#f4c7c3;stroke:#b3261e;stroke-width:1;fill-rule:evenodd}
    .mesh{stroke:#0072b2;stroke-width:.8;stroke-opacity:.7}.way{stroke:#d55e00;stroke-width:1.4}
    .climb{stroke:#aa2f7d;stroke-width:1.8}.island{stroke:#b3261e;stroke-width:1.2;stroke-dasharray:3 2}
    .node{fill:#26323b}.shaftnode{fill:#aa2f7d}.doornode{fill:#009e73;stroke:#fff;stroke-width:.8}
    """
}
