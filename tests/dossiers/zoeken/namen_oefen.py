"""Names with their usual spellings, with which the rules were made. The first of each is how we have it."""

MANNEN = {
    "Syrische": [
        "Mohammed|Muhammad|Mohamed|Mohamad|Moehammed|محمد",
        "Youssef|Yusuf|Joesoef|Jusuf|Yousuf|يوسف",
        "Khaled|Khalid|Chaled|Halid|خالد",
        "Abdulhadi|Abd al-Hadi|Abdelhadi|Abdul Hadi|عبد الهادي",
        "Hussein|Husayn|Hüseyin|Hossein|حسين",
        "Hassan|Hasan|Xasan|حسن",
        "Jamal|Djamal|Dschamal|Cemal|جمال",
        "Ibrahim|Ibraheem|Ebrahim|İbrahim|إبراهيم",
        "Walid|Waleed|Oualid|Velid|وليد",
    ],
    "Eritrese": [
        "Tesfay|Tesfai|Tesfaye|ተስፋይ",
        "Yohannes|Johannes|Yohanes|ዮሃንስ",
        "Amanuel|Amanuël|Emanuel|ኣማኑኤል",
        "Ghirmay|Girmay|Girmai|ግርማይ",
        "Kidane|Kidanä|Kidaneh|ኪዳነ",
    ],
    "Afghaanse": [
        "Mirwais|Mirways|Meerwais|میرویس",
        "Navid|Naveed|Nawid|نوید",
        "Qasim|Kasim|Ghasem|Qasem|قاسم",
    ],
    "Turkse": ["Mehmet|Mehmed|Muhammet", "Şerif|Serif|Sherif|Sjerif", "Murat|Murad|Mourad"],
    "Oekraïense": ["Oleksandr|Aleksandr|Олександр", "Dmytro|Dmitro|Дмитро"],
    "Somalische": [
        "Cabdullahi|Abdullahi|Abdulahi",
        "Maxamed|Mohamed|Mahamed",
        "Cali|Ali",
        "Faarax|Farah|Faarah",
    ],
}
VROUWEN = {
    "Syrische": [
        "Khadija|Khadidja|Chadidja|Hatice|خديجة",
        "Layla|Leila|Laila|Lejla|ليلى",
        "Fatima|Fatimah|Fatma|فاطمة",
        "Aisha|Aïcha|Aysha|Ayşe|عائشة",
        "Zaynab|Zeinab|Zainab|زينب",
    ],
    "Eritrese": ["Semhar|Semhaar|ሰምሃር", "Selam|Sälam|Selaam|ሰላም", "Tsehay|Tsehai|Sehay|ጸሃይ"],
    "Afghaanse": ["Fereshta|Fereshteh|Fershta|فرشته", "Shabnam|Sjabnam|Schabnam|شبنم"],
    "Turkse": ["Zeynep|Zeyneb", "Gülşen|Gulsen|Gulshen"],
    "Oekraïense": ["Yuliya|Julia|Iuliia|Joelia|Юлія", "Hanna|Ганна"],
    "Somalische": ["Caasha|Aasha|Asha", "Xaliimo|Halimo|Haliimo"],
}
ACHTERNAMEN = {
    "Syrische": [
        "Al-Khatib|El Khatib|Alkhatib|Al Khateeb|الخطيب",
        "Al Masri|Almasri|El-Masry|المصري",
        "Sharif|Sjarif|Cherif|Scherif|شريف",
        "Darwish|Darwich|Derwisch|Darwiesj|درويش",
        "Abdulrahman|Abd ar-Rahman|Abdurrahman|Abderrahmane|عبد الرحمن",
        "Al-Najjar|Annajjar|An-Najjar|Nadjar|النجار",
    ],
    "Eritrese": [
        "Ghebreselassie|Gebreselassie|Gebre Selassie|Gäbräsəllase|ገብረስላሴ",
        "Tekle|Tecle|ተክለ",
        "Gebremedhin|Ghebremedhin|Gebre Medhin|ገብረመድህን",
        "Woldemariam|Wolde Mariam|Weldemaryam|ወልደማርያም",
    ],
    "Afghaanse": [
        "Rahimi|Raheemi|رحیمی",
        "Noorzai|Nurzai|Noorzay|نورزی",
        "Yusufzai|Yousafzai|Joesoefzai|یوسفزی",
    ],
    "Turkse": ["Çelik|Celik|Chelik", "Yılmaz|Yilmaz", "Öztürk|Ozturk|Oztürk"],
    "Oekraïense": ["Shevchenko|Sjevtsjenko|Schewtschenko|Шевченко", "Shcherbakova|Sjtsjerbakova|Щербакова"],
    "Somalische": ["Axmed|Ahmed|Achmed", "Jaamac|Jama|Jaama", "Warsame|Warsamee"],
}
