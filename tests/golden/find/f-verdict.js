academyFind.take("ea54b3be8f78","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
