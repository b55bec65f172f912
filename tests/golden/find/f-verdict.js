academyFind.take("4baf7a7ef794","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
