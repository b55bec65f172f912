academyFind.take("01627ddc20d8","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
