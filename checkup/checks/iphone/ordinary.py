"""Makers whose apps many people carry: that they may use the microphone and the place is no question.

A maker is told by the beginning of a bundle id. That an app is not among them says only that this
program does not know it. References: the ids under which these are in the App Store, as of 2026.
"""

from checkup.model.iphone import Right

_MAKERS = (
    *(
        "com.apple.",
        "com.google.",
        "com.facebook.",
        "com.burbn.instagram",
        "net.whatsapp.",
        "com.zhiliaoapp.",
    ),
    *("com.ss.iphone.ugc.", "vn.com.vng.", "com.vng.", "ph.telegra.", "org.telegram.", "com.viber"),
    *("org.whispersystems.", "com.skype.", "com.microsoft.", "us.zoom.", "com.hammerandchisel.discord"),
    *("com.toyopagroup.picaboo", "com.atebits.Tweetie2", "jp.naver.line", "com.tencent.", "com.kakao."),
    *("com.grabtaxi.", "com.be.", "xyz.be.", "com.gojek.", "com.beeasy.", "com.shopee.", "com.lazada."),
    *("com.mservice.", "com.VCB", "com.vietinbank.", "com.bidv.", "com.mbmobile", "com.techcombank."),
    *("com.tpb.", "com.vnpay.", "vn.vneid", "com.vnid", "com.viettel.", "com.spotify.", "com.netflix."),
    *("com.linkedin.", "pinterest", "com.reddit.", "org.mozilla.", "com.brave.", "com.opera.", "com.adobe."),
    *("com.lemon.lvoverseas", "com.meitu.", "com.linecorp.", "com.pinterest", "com.strava.", "com.garmin."),
)

_ONE_OF_EACH = (
    frozenset({Right.LOCATION, Right.LOCATION_ALWAYS}),
    frozenset({Right.MICROPHONE}),
    frozenset({Right.PHOTOS}),
)


def is_ordinary(bundle_id: str) -> bool:
    """Whether an app is of a maker that many people know."""
    return bundle_id.startswith(_MAKERS)


def sees_much(rights: frozenset[Right]) -> bool:
    """Whether these rights tell where one is, what one says and what one has pictures of."""
    return all(rights & kind for kind in _ONE_OF_EACH)
