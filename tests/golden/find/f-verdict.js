academyFind.take("9ae9c256c2c7","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
